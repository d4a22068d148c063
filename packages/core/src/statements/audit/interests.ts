import { Followed } from "../../base/followed.ts";
import { charterOfVersion } from "../../governance/act-view.ts";
import { indexOf } from "../../governance/charter-index.ts";
import type { AuditInput, InterestChange } from "./trail.ts";
import { itemOf, partyOf, partyOfDecision, type AuditItem, type KnownAct } from "./item.ts";

type Change = { readonly entry: number; readonly isDeclared: boolean };

/** What was declared and withdrawn, by "<holder>|<concern>". */
const changesKept = new Followed<InterestChange, Map<string, Change[]>>(
  () => new Map(),
  (changes, { entry, holder, concern, isDeclared }) => {
    const key = `${holder}|${concern}`;
    const known = changes.get(key);
    if (known === undefined) changes.set(key, [{ entry, isDeclared }]);
    else known.push({ entry, isDeclared });
  },
);

/** Interests as the record had them, so that a moment can be asked for. */
class InterestHistory {
  readonly #input: AuditInput;
  readonly #changes: ReadonlyMap<string, readonly Change[]>;

  constructor(input: AuditInput) {
    this.#input = input;
    this.#changes = changesKept.of(input.trail.interests);
  }

  /** The first entry at which an interest was declared; nothing where none ever was. */
  declaredIn(holder: string, concern: string): number | undefined {
    return this.#changes.get(`${holder}|${concern}`)?.find(({ isDeclared }) => isDeclared)?.entry;
  }

  /** Whether an interest was declared, and not withdrawn, by the time of an entry. */
  isKnown(holder: string, concern: string, entry: number): boolean {
    const changes = this.#changes.get(`${holder}|${concern}`) ?? [];
    return changes.findLast((change) => change.entry < entry)?.isDeclared ?? false;
  }

  /** Concerns of an act that are affiliates of a party by the charter it was made under. */
  affiliates({ act }: KnownAct, party: string, concerns: readonly string[]): readonly string[] {
    const charter = charterOfVersion(this.#input.state, act.charterVersion);
    const affiliates = indexOf(charter).parties.get(party)?.affiliates ?? [];
    return concerns.filter((concern) => affiliates.includes(concern));
  }

  /** Every party and officer that ever had an interest in something by declaration. */
  get holders(): ReadonlySet<string> {
    return new Set([...this.#changes.keys()].map((key) => key.slice(0, key.indexOf("|"))));
  }
}

function concernsOf({ trail }: AuditInput, { id, record }: KnownAct): readonly string[] {
  return record?.concerns ?? trail.concernsOfFact(id);
}

/**
 * Acts that concern a company or party in which a party or officer of the fund has an interest
 * when they come in (AU13): by the charter, by declaration, or because the party itself is
 * concerned. It is told whose interest it is and in what.
 */
export function relatedPartyActs(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const concerns = concernsOf(input, known);
  if (concerns.length === 0) return [];
  const history = new InterestHistory(input);
  const { entry } = known;
  const charter = charterOfVersion(input.state, known.act.charterVersion);
  const related = charter.parties.flatMap(({ id }) => {
    const affiliates = history.affiliates(known, id, concerns);
    return affiliates.map((concern) => ({ holder: id, concern, kind: "affiliate" }));
  });
  for (const holder of history.holders) {
    for (const concern of concerns) {
      if (!history.isKnown(holder, concern, entry)) continue;
      related.push({ holder, concern, kind: "declaredInterest" });
    }
  }
  for (const { id } of charter.parties) {
    if (!concerns.includes(id)) continue;
    related.push({ holder: id, concern: id, kind: "partyConcerned" });
  }
  return related.map(({ holder, concern, kind }) => {
    const isOfficer = input.state.officers.has(holder);
    const party = isOfficer ? partyOf(input, holder) : holder;
    const whose = { parties: [party], officers: isOfficer ? [holder] : [known.act.proposer] };
    return itemOf(input, known, { entry, kind, ...whose, facts: { holder, concern } });
  });
}

/**
 * Decisions and answers by officers who had an interest in what the act concerns, they or their
 * party, and did not step back from it (AU14). The rules keep out whose own interest is known
 * (G20), not the officers of a sovereign for its interests, nor whose interest was declared later.
 */
export function missingRecusals(input: AuditInput, known: KnownAct): readonly AuditItem[] {
  const { record } = known;
  const concerns = concernsOf(input, known);
  if (record === undefined || concerns.length === 0) return [];
  const history = new InterestHistory(input);
  const recused = new Set(record.recusals.map(({ officer }) => officer));
  return [...record.consultations, ...record.decisions].flatMap((said) => {
    const { officer, entry } = said;
    if (recused.has(officer)) return [];
    const party = partyOfDecision(input, record, said);
    return concerns.flatMap((concern) => {
      const kind = interestOf(history, known, { officer, party, concern, entry });
      if (kind === undefined) return [];
      const facts = { concern, officer };
      return [itemOf(input, known, { entry, kind, facts, parties: [party], officers: [officer] })];
    });
  });
}

function interestOf(
  history: InterestHistory,
  known: KnownAct,
  of: {
    readonly officer: string;
    readonly party: string;
    readonly concern: string;
    readonly entry: number;
  },
): string | undefined {
  const { officer, party, concern, entry } = of;
  if (history.isKnown(officer, concern, entry)) return "ownInterest";
  if (history.isKnown(party, concern, entry)) return "partyInterest";
  if (history.affiliates(known, party, [concern]).length > 0) return "partyInterest";
  const declared = history.declaredIn(officer, concern) ?? history.declaredIn(party, concern);
  return declared !== undefined && declared > entry ? "declaredLater" : undefined;
}
