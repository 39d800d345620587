"""The questions of ``noblame new`` on a terminal."""

from noblame.cli.asking import walked
from noblame.model import PRESETS, Block, Incident, Record
from noblame.model.settings import AgendaSettings

ASKED = Record(incident=Incident(title="Mail queue stuck"))


class Person:
    """Answers in order, and remembers what was asked."""

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.questions: list[str] = []

    def __call__(self, question: str) -> str:
        self.questions.append(question)
        return self._answers.pop(0) if self._answers else ""


def test_triggers_and_size_lead_to_a_plan_that_is_offered_with_its_reason(capsys):
    person = Person("mail", "SEV2", "47 min", "24", "")
    record = walked(ASKED, AgendaSettings(), None, person)
    incident = record.incident
    assert (incident.service, incident.severity, incident.declared_minutes) == ("mail", "SEV2", 47)
    assert incident.triggers == ("customers", "near miss", "unusual")
    assert "Enter for standard" in person.questions[-1]
    assert record.agenda.blocks == PRESETS["standard"]
    listed = capsys.readouterr()
    assert listed.out == ""
    assert "1 Data loss or security" in listed.err
    assert "standard fits: 4 triggers fired" in listed.err


def test_a_near_miss_gets_time_to_learn_and_another_plan_can_be_named():
    assert walked(ASKED, AgendaSettings(), None, Person("", "", "", "2", "")).agenda.preset == "learning"
    ours = AgendaSettings(presets={"ours": (Block(name="Talk", part="analysis", minutes=9),)})
    person = Person("", "", "", "2", "nonsense", "ours")
    assert walked(ASKED, ours, None, person).agenda.preset == "ours"
    assert len([question for question in person.questions if question.startswith("Agenda")]) == 2


def test_enter_leaves_every_question_out_and_a_given_plan_is_not_asked_for():
    person = Person()
    record = walked(ASKED, AgendaSettings(), "extended", person)
    assert record.incident == ASKED.incident
    assert record.agenda.preset == "extended"
    assert not any(question.startswith("Agenda") for question in person.questions)


def test_what_is_no_answer_is_asked_again():
    person = Person("", "", "an hour", "63 min", "yes", "1, 9", "1,3", "Extended")
    record = walked(ASKED, AgendaSettings(), None, person)
    assert record.incident.declared_minutes == 63
    assert record.incident.triggers == ("customers", "data", "novel")
    assert record.agenda.preset == "extended"
    assert len(person.questions) == 8
