/** Who came to a board, went, or got another role; and how many cards went. */
import { Plural, Trans } from "@lingui/react/macro";
import { roleWord } from "../team/roles";
import { B, listOf, people, type Sentence, To, type Told } from "./told";

type Place = { person: string; role: string };

const places = (values: unknown) => listOf<Place>(values);

function joined({ entry, who, reading }: Told) {
  const [first] = places(entry.new);
  const [whom, role] = [
    people(
      places(entry.new).map((one) => one.person),
      reading,
    ),
    roleWord(first?.role ?? ""),
  ];
  if (first?.person === entry.by)
    return (
      <Trans>
        <B>{who}</B> joined this board: <B>{role}</B>
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> added {whom} to this board: <B>{role}</B>
    </Trans>
  );
}

function role({ entry, who, reading }: Told) {
  const whom = people(
    places(entry.new).map((one) => one.person),
    reading,
  );
  const [old, now] = [roleWord(places(entry.old)[0]?.role ?? ""), roleWord(places(entry.new)[0]?.role ?? "")];
  return (
    <Trans>
      <B>{who}</B> set the role of {whom}: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
}

function left({ entry, who, reading }: Told) {
  const [first] = places(entry.old);
  const whom = people(
    places(entry.old).map((one) => one.person),
    reading,
  );
  if (first?.person === entry.by)
    return (
      <Trans>
        <B>{who}</B> left this board
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> took {whom} off this board
    </Trans>
  );
}

const cardsLeft: Sentence = ({ entry, who }) => (
  <Plural
    value={Number(entry.new)}
    one={
      <Trans>
        <B>{who}</B> moved a task to another board
      </Trans>
    }
    other={
      <Trans>
        <B>{who}</B> moved # tasks to another board
      </Trans>
    }
  />
);

const cardsPurged: Sentence = ({ entry, who }) => (
  <Plural
    value={Number(entry.new)}
    one={
      <Trans>
        <B>{who}</B> deleted a task for ever
      </Trans>
    }
    other={
      <Trans>
        <B>{who}</B> deleted # tasks for ever
      </Trans>
    }
  />
);

export const teamSentences: Readonly<Record<string, Sentence>> = {
  joined,
  role,
  left,
  cards_left: cardsLeft,
  cards_purged: cardsPurged,
};
