import pytest

import vault as papers


@pytest.mark.parametrize('name, content', [('2014/a', '2014/A'), ('2015/a', '2015/A'), ('1999/z', None)])
def test_read(vault, name, content):
    assert papers.read(vault, name) == content


def test_years(vault):
    assert papers.years(vault) == {'2014': 2, '2015': 1}


def test_burn(vault):
    assert papers.burn(vault, 2014) == (['2014/a', '2014/b'], 0)
    assert papers.years(vault) == {'2015': 1}
    assert vault.get_key('2014/a') is None
