"""A picture as a terminal can show it: the numbers behind it."""

from commands.common import print_table
from report.chart import Chart
from report.table import table


def print_chart(chart: Chart) -> None:
    """Write a picture's finding and its numbers."""
    print(f"\n{chart.title}\n{chart.subtitle}")
    print_numbers(chart)


def print_numbers(chart: Chart) -> None:
    """Write the numbers behind a picture."""
    numbers = table(chart)
    print_table([list(numbers.columns), *numbers.to_numpy().tolist()])
