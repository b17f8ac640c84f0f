"""The form over HTTP, without script: nothing typed is lost, whatever is wrong."""

import re

import pytest

from tests.eguichet.filling import PDF, answers, page_answers

FORM = "demarches/permis-d-urbanisme/@@form"


def token(answer):
    return re.search(r"draft=([\w-]+)", answer.url)[1]


def reference(answer):
    return re.search(r'data-reference="">([^<]+)<', answer.text)[1]


@pytest.mark.requirement("website:X-1", "website:X-2", "eguichet:E-9")
def test_somebody_without_account_sends_the_form_and_gets_reference_and_code(person):
    someone = person()
    done = someone.send()
    assert "@@form-done" in done.url and done.status_code == 200
    code = re.search(r'data-code="">([^<]+)<', done.text)[1]
    assert re.fullmatch(r"VAL-PU-\d{4}-00001", reference(done))
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}", code)
    assert reference(someone.get(done.url)) == reference(done)


@pytest.mark.requirement("eguichet:E-27")
def test_a_wrong_page_comes_back_with_a_summary_and_everything_typed(person):
    someone = person("citizen")
    page = someone.begin()
    wrong = page_answers("applicant", answers(nrn="79031412300", email=""))
    answer = someone.post(page.url, page, go="next", **wrong)
    assert answer.status_code == 400
    assert 'href="#f-nrn"' in answer.text and 'href="#f-email"' in answer.text
    assert answer.text.count('aria-invalid="true"') == 2
    assert 'value="Verlinde"' in answer.text and 'value="79031412300"' in answer.text
    assert re.search(r"<title>\s*(Error|Erreur|Fehler)", answer.text)


@pytest.mark.requirement("eguichet:E-4")
def test_questions_that_answers_bring_up_are_asked_before_going_on(person):
    someone = person("citizen")
    page = someone.begin()
    said = page_answers("applicant", answers(acting_as="company"))
    again = someone.post(page.url, page, go="next", **said)
    assert 'id="f-company_name"' in again.text and "page=applicant" in again.url
    assert 'aria-invalid="true"' not in again.text
    said |= {"company_name": "Briques et Cie", "company_number": "0999.999.130"}
    assert "page=works" in someone.post(again.url, again, go="next", **said).url


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("plan.exe", b"MZ\x90\x00", id="forbidden-type"),
        pytest.param("plan.pdf", b"\x89PNG\r\n\x1a\n0000", id="lying-extension"),
        pytest.param("plan.pdf", b"%PDF-1.4\n" + b"0" * 10_485_761, id="over-the-limit"),
        pytest.param("plan.pdf", b"", id="empty"),
    ],
)
@pytest.mark.requirement("eguichet:E-8")
def test_a_bad_file_is_refused_and_the_draft_stays(person, name, content):
    someone = person("citizen")
    page = someone.begin()
    for step in ("applicant", "works"):
        page = someone.post(page.url, page, go="next", **page_answers(step, answers()))
    refused = someone.post(page.url, page, files={"plans.new": (name, content, "application/pdf")}, go="next")
    assert refused.status_code == 400 and 'href="#f-plans"' in refused.text
    kept = someone.get(f"{FORM}?draft={token(page)}&page=works")
    assert "Construire un garage" in kept.text


@pytest.mark.requirement("eguichet:E-8")
def test_files_stay_when_something_else_is_wrong(person):
    someone = person("citizen")
    page = someone.begin()
    plan = {"plans.new": ("facade nord.pdf", PDF, "application/pdf")}
    address = f"{FORM}?draft={token(page)}&page=documents"
    page = someone.get(address)
    added = someone.post(address, page, files=plan, go="upload:plans")
    assert "facade nord.pdf" in added.text
    file_id = re.search(r'value="remove:plans:([\w-]+)"', added.text)[1]
    bad = someone.post(address, added, files={"photos.new": ("x.exe", b"MZ", "image/png")}, go="next")
    assert bad.status_code == 400 and "facade nord.pdf" in bad.text
    gone = someone.post(address, bad, go=f"remove:plans:{file_id}")
    assert "facade nord.pdf" not in gone.text


@pytest.mark.requirement("eguichet:E-7")
def test_two_windows_merge_and_overwrite_nothing(person):
    someone = person("citizen")
    first = someone.begin()
    second = someone.get(first.url)
    said = page_answers("applicant", answers())
    someone.post(first.url, first, go="next", **said)
    merge = someone.post(second.url, second, go="next", **{**said, "last_name": "Delvaux"})
    assert merge.status_code == 409
    assert "Verlinde" in merge.text and "Delvaux" in merge.text
    assert 'value="Verlinde"' in someone.get(first.url).text
    someone.post(merge.url, merge, go="merge", **{"choose.last_name": "posted", "posted.last_name": "Delvaux"})
    assert 'value="Delvaux"' in someone.get(first.url).text


@pytest.mark.requirement("eguichet:E-9")
def test_the_same_form_posted_many_times_gives_one_reference(person):
    someone = person()
    review = someone.fill()
    done = [someone.post(review.url, review, statement="yes") for _ in range(3)]
    assert len({reference(one) for one in done}) == 1


@pytest.mark.requirement("eguichet:E-9")
def test_the_statement_is_asked_on_the_review(person):
    someone = person("citizen")
    review = someone.fill()
    assert "790314" not in review.text
    refused = someone.post(review.url, review)
    assert refused.status_code == 409 and 'href="#statement"' in refused.text


@pytest.mark.requirement("eguichet:E-7")
def test_a_draft_is_its_owner_s_and_nobody_else_s(person):
    page = person("citizen").begin()
    path = page.url.split("/plone/")[1]
    for name in ("citizen2", "urbanist", ""):
        for view in (path, path.replace("@@form", "@@form-review"), path.replace("@@form", "@@form-done")):
            assert person(name).get(view).status_code == 404
    assert person("citizen").get(path).status_code == 200
