import pytest

from firsthand.lexicon.houses import agency_of, house_forms, is_agency, is_same_house


@pytest.mark.parametrize(
    ("name", "outlet", "address"),
    [
        ("Associated Press", "AP News", "https://apnews.com/article/1"),
        ("Associated Press", None, "https://apnews.com/article/1"),
        ("AP", "Associated Press", None),
        ("Reuters", "Reuters UK", "https://uk.reuters.com/article/1"),
        ("Reuters", "Reuters", "https://news.portal.example/1"),
        ("Xinhua", "xinhuanet.com", None),
        ("Press Trust of India", "ptinews.com", None),
        ("CNN Newsource", "CNN", None),
        ("CNN", "CNN International", None),
        ("ABC", "ABC News", None),
        ("MailOnline", "Daily Mail", None),
        ("Los Angeles Times", "LA Times", None),
        ("the Northaven Star", "The Northaven Star", None),
        ("Northaven Star", None, "https://www.northavenstar.example/1"),
    ],
)
def test_one_house_under_its_names(name, outlet, address):
    assert is_same_house(name, outlet, address)


@pytest.mark.parametrize(
    ("name", "outlet", "address"),
    [
        ("Reuters", "The Northaven Star", "https://star.example/reuters/1"),
        ("Reuters", "Associated Press", None),
        ("the Times", "The Carrow Times", None),
        ("ABC", "ABCO", None),
        ("CNN", "CNN Carrow Bank", None),
        ("", "CNN", None),
        ("CNN", None, None),
        ("Reuters", None, "http://[::1"),
    ],
)
def test_other_houses_are_told_apart(name, outlet, address):
    assert not is_same_house(name, outlet, address)


def test_whose_agency_a_page_is():
    assert agency_of("Reuters", "https://news.portal.example/1") == "Reuters"
    assert agency_of("The Northaven Star", "https://www.reuters.com/1") is None
    assert agency_of(None, "https://tass.com/1") == "TASS"
    assert agency_of(None, None) is None
    assert is_agency("Reuters")
    assert not is_agency("CNN")
    assert not is_agency(None)


def test_forms_in_running_text():
    assert house_forms("The Northaven Star", None) == ("Northaven Star",)
    assert "CNN" in house_forms("CNN", "https://edition.cnn.com/1")
    assert "portal.example" not in house_forms("Reuters", "https://news.portal.example/1")
    assert house_forms(None, None) == ()
