import { Schema } from "@jointfund/core/base/schema.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import { explanationBlocks } from "../../charter/explain.ts";
import { CharterSpeaker } from "../../charter/explanation-text.ts";
import { knownAt, recordAt } from "../known-at.ts";
import type { RecordView } from "../record-replay.ts";
import { reading, RESTS_MS } from "../route.ts";
import { count, hash, nothing, string } from "../wire-schemas.ts";

const { array, object, oneOf, optional } = Schema;

const PAST = ["future_asked", "past_asked"] as const;

export const charterRoute = reading({
  id: "getCharter",
  path: "/api/v1/charter",
  text: {
    en: "The charter in force, as data, with the hash of the text that was adopted",
    ja: "施行中の基本協定（データ及び採択された文書のハッシュ値）",
  },
  pathSchema: nothing,
  querySchema: object({ knownAt }),
  answer: object({ hash, charter: charterSchema }),
  problems: PAST,
  async handle({ office, query }) {
    const { state } = await recordAt(office, query.knownAt);
    return { value: { hash: state.charterHash, charter: state.charter } };
  },
});

const blockSchema = object({
  id: string({ description: "The part of the charter: /capital, /acts/capital.call, …" }),
  title: string(),
  lines: array(string(), { description: "Markdown, a line each." }),
  acts: array(hash, { description: "The latest acts under it, newest first." }),
  actCount: count,
});

const LATEST = 20;

/** Ids of acts by the part of the charter that rules them, newest first. */
function actsByPart({ chronicle }: RecordView): ReadonlyMap<string, readonly string[]> {
  const byPart = new Map<string, string[]>();
  for (const { id, act } of [...chronicle.acts.values()].toReversed()) {
    const part = `/acts/${act.type}`;
    const ids = byPart.get(part);
    if (ids === undefined) byPart.set(part, [id]);
    else ids.push(id);
  }
  return byPart;
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
    const byPart = actsByPart(view);
    const blocks = explanationBlocks(new CharterSpeaker(view.state.charter, lang));
    return {
      value: {
        language: lang,
        blocks: blocks.map((block) => {
          const acts = byPart.get(block.id) ?? [];
          return { ...block, acts: acts.slice(0, LATEST), actCount: acts.length };
        }),
      },
    };
  },
});
