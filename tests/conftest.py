"""How the property tests run: as many examples as usual, and no limit of time for one of them,
since a machine that does several things at once makes single calls slow."""

from hypothesis import settings

settings.register_profile("vagval", deadline=None)
settings.load_profile("vagval")
