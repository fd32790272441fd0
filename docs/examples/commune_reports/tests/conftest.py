"""How the properties are tested: no time limit, for a busy machine is no bug of the program."""

from hypothesis import settings

settings.register_profile("commune-reports", deadline=None)
settings.load_profile("commune-reports")
