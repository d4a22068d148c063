import { Schema } from "@jointfund/core/base/schema.ts";
import { changedPaths } from "@jointfund/core/charter/amendment.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharterBytes } from "@jointfund/core/charter/decode-charter.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import { explanationBlocks } from "../../charter/explain.ts";
import { CharterSpeaker } from "../../charter/explanation-text.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { count, date, hash, nothing, string } from "../wire-schemas.ts";

const { array, integer, object, oneOf, optional } = Schema;

const PAST = ["future_asked", "past_asked"] as const;

export const charterRoute = reading({
  id: "getCharter",
  path: "/api/v1/charter",
  text: {
    en: "The charter in force, as data, with the hash of the text that was adopted",
    ja: "施行中の基本協定（データ及び採択された文書のハッシュ値）",
  },
  pathSchema: nothing,
  querySchema: object({ version: optional(integer({ min: 1 })), knownAt }),
  answer: object({ hash, charter: charterSchema }),
  problems: ["unknown_id", ...PAST],
  async handle({ office, query: { version, ...query } }) {
    const view = await recordAt(office, query.knownAt);
    const { state } = view;
    if (version !== undefined && version !== state.charter.version) {
      const adopted = versionsOf(office, view).find((each) => each.version === version);
      if (adopted === undefined) {
        throw new RequestProblem("unknown_id", ["charter", String(version)]);
      }
      return { value: adopted };
    }
    return { value: { hash: state.charterHash, charter: state.charter } };
  },
});

const versionSchema = Schema.lazy("CharterVersion", () =>
  object({
    version: integer({ min: 1 }),
    hash,
    from: date,
    act: hash,
    entry: count,
    reason: string(),
    changed: array(string(), { description: "Paths that differ from the version before." }),
  }),
);

/** The acts that brought a charter into force: the founding, then each amendment, as executed. */
function adoptionsOf({ state, index, size }: RecordView) {
  const adopted = index
    .actsOfType("charter.adopt", size)
    .filter(({ kind }) => kind === "founding")
    .map((recorded) => ({ ...recorded, on: recorded.act.effectiveDate }));
  const amended = index.actsOfType("charter.amend", size).flatMap((recorded) => {
    const executed = state.acts.get(recorded.id)?.executed;
    return executed === undefined ? [] : [{ ...recorded, ...executed }];
  });
  return [...adopted, ...amended].toSorted((a, b) => a.entry - b.entry);
}

/** Every text that was adopted, without what acts added to its schedules, in order. */
function versionsOf({ fund }: Office, view: RecordView) {
  let before: Charter | undefined;
  return adoptionsOf(view).flatMap(({ id: act, act: said, on, entry }) => {
    const named = said.body["charter"];
    const bytes = typeof named === "string" ? fund.blob(named) : undefined;
    const read = bytes === undefined ? undefined : decodeCharterBytes(bytes);
    if (typeof named !== "string" || read?.ok !== true) return [];
    const charter = read.value;
    const changed = before === undefined ? [] : changedPaths(before, charter);
    before = charter;
    const { version } = charter;
    return [{ charter, version, hash: named, from: on, act, entry, reason: said.reason, changed }];
  });
}

export const charterVersionsRoute = reading({
  id: "listCharterVersions",
  path: "/api/v1/charter/versions",
  text: {
    en: "Every version of the charter that was in force, with the act that adopted it",
    ja: "基本協定の版の一覧（採択又は改正の行為付き）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ items: array(versionSchema) }),
  problems: PAST,
  handle: async ({ office, query }) => ({
    value: { items: versionsOf(office, await recordAt(office, query.knownAt)) },
  }),
});

const blockSchema = object({
  id: string({ description: "The part of the charter: /capital, /acts/capital.call, …" }),
  title: string(),
  lines: array(string(), { description: "Markdown, a line each." }),
  acts: array(hash, { description: "The latest acts under it, newest first." }),
  actCount: count,
});

const LATEST = 20;

/** The acts under a part of the charter, in the order of the record. */
function actsUnder({ index, size }: RecordView, part: string) {
  const type = /^\/acts\/(.+)$/.exec(part)?.[1];
  return type === undefined ? [] : index.actsOfType(type, size);
}

export const explanationRoute = reading({
  id: "explainCharter",
  restsMs: RESTS_MS,
  path: "/api/v1/charter/explanation",
  text: {
    en: "The charter in plain language, part by part, with the acts under each",
    ja: "基本協定の平易な説明（部分ごと、関連する行為付き）",
  },
  pathSchema: nothing,
  querySchema: object({ lang: optional(oneOf(["en", "ja"])), knownAt }),
  answer: object({ language: oneOf(["en", "ja"]), blocks: array(blockSchema) }),
  problems: PAST,
  async handle({ office, query }) {
    const view = await recordAt(office, query.knownAt);
    const { lang = "en" } = query;
    const blocks = explanationBlocks(new CharterSpeaker(view.state.charter, lang));
    return {
      value: {
        language: lang,
        blocks: blocks.map((block) => {
          const acts = actsUnder(view, block.id);
          const latest = acts
            .slice(-LATEST)
            .map(({ id }) => id)
            .toReversed();
          return { ...block, acts: latest, actCount: acts.length };
        }),
      },
    };
  },
});
