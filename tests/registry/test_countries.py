"""Countries by code and name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from annotator.registry.countries import countries, country_name, country_of


@pytest.mark.parametrize(
    "words, code",
    [("deu", "DEU"), ("DE", "DEU"), (" germany ", "DEU"), ("Russia", "RUS"), ("Russian Federation", "RUS"),
     ("côte d'ivoire", "CIV"), ("Taiwan", "TWN"), ("Kosovo", "XKX"), ("Soviet Union", "SUN"), ("supra", "SUPRA"),
     ("none", "NONE")],
)  # fmt: skip
def test_a_country_is_found(words: str, code: str) -> None:
    found = country_of(words)
    assert found is not None and found.code == code
    assert country_of(country_name(code)) == found


def test_what_is_none() -> None:
    assert country_of("Atlantis") is None and country_of("") is None
    assert (country_name("ATL"), country_name(None), country_name("DEU")) == ("ATL", "", "Germany")
    assert list(countries())[:3] == ["SUPRA", "NONE", "AFG"] and len(countries()) > 250


def test_the_list_is_not_loaded_before_it_is_wanted() -> None:
    code = "import sys, annotator.registry.countries, annotator.operations.actors; sys.exit('pycountry' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
