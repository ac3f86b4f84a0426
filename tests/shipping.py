"""What ships, read once for all tests: the official figures and the four investigations."""

from loading.data_tables import load_municipal
from loading.scenario_file import load_scenario, shipped

COUNTRY = load_municipal()
KNOWN = COUNTRY.name_by_code
SCENARIOS = {path.stem: load_scenario(path, KNOWN) for path in shipped()}
