import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { LocalizedText } from "@jointfund/core/charter/charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { localized } from "../languages/language.ts";
import type { RecordView } from "./record-replay.ts";
import { string, text } from "./wire-schemas.ts";

/** The fields of bodies that name what an act is about, in the order in which they are shown. */
const SUBJECT_KINDS = [
  ...["investment", "facility", "covenant", "fee", "party", "class", "vehicle"],
  ...["distribution", "payment"],
] as const;

type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const subjectSchema = Schema.lazy("ActSubject", () =>
  Schema.object({
    kind: Schema.oneOf([
      "investment",
      "facility",
      "covenant",
      "fee",
      "party",
      "class",
      "vehicle",
      "act",
    ]),
    id: string(),
    name: text,
  }),
);
export type ActSubject = Infer<typeof subjectSchema>;

type Named = { readonly id: string; readonly name: LocalizedText };

const nameIn = (of: readonly Named[] | undefined, id: string): LocalizedText | undefined =>
  of?.find((each) => each.id === id)?.name;

function nameOf(
  { charter, facilities, investments }: FundState,
  kind: Exclude<SubjectKind, "distribution" | "payment">,
  id: string,
): LocalizedText | undefined {
  switch (kind) {
    case "investment":
      return investments.get(id)?.name;
    case "covenant":
      return nameIn(charter.leverage?.covenants, id);
    case "fee":
      return nameIn(charter.fees, id);
    case "party":
      return charter.parties.find((party) => party.id === id)?.short;
    case "class":
      return nameIn(charter.classes, id);
    case "vehicle":
      return nameIn(charter.vehicles, id);
    case "facility":
      return facilities.get(id)?.name;
  }
}

/** What something is about that is named by an id alone: an act with its own matter, or a thing. */
export function subjectsNamed(
  { state, chronicle }: Pick<RecordView, "state" | "chronicle">,
  id: string,
): readonly ActSubject[] {
  const [actId = ""] = id.split("/");
  const act = chronicle.acts.get(actId)?.act;
  if (act !== undefined) {
    const name = localized(actName(state, act.type));
    return [{ kind: "act", id: actId, name }, ...subjectsOf({ state, chronicle }, act.body)];
  }
  return THINGS.flatMap((kind): readonly ActSubject[] => {
    const name = nameOf(state, kind, id);
    return name === undefined ? [] : [{ kind, id, name: localized(name) }];
  }).slice(0, 1);
}

const THINGS = [
  ...(["investment", "facility", "covenant", "fee", "party", "class", "vehicle"] as const),
] as const;

const actName = ({ charter }: FundState, type: string): LocalizedText =>
  (Object.hasOwn(charter.acts, type) ? charter.acts[type]?.name : undefined) ?? { en: type };

/**
 * What an act is about, by the names of the record: its investment, loan, party and so on. A step
 * that completes another act, such as the release of its payment, is about that act.
 */
export function subjectsOf(
  { state, chronicle }: Pick<RecordView, "state" | "chronicle">,
  body: { readonly [field: string]: Json },
): readonly ActSubject[] {
  return SUBJECT_KINDS.flatMap((kind): readonly ActSubject[] => {
    const id = Object.hasOwn(body, kind) ? body[kind] : undefined;
    if (typeof id !== "string") return [];
    if (kind !== "distribution" && kind !== "payment") {
      return [{ kind, id, name: localized(nameOf(state, kind, id) ?? { en: id, ja: id }) }];
    }
    const [actId = ""] = id.split("/");
    const act = chronicle.acts.get(actId)?.act;
    if (act === undefined) return [];
    const rule = Object.hasOwn(state.charter.acts, act.type)
      ? state.charter.acts[act.type]
      : undefined;
    const name = localized(rule?.name ?? { en: act.type });
    return [{ kind: "act", id: actId, name }, ...subjectsOf({ state, chronicle }, act.body)];
  });
}
