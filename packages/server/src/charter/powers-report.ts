import { sovereignsOf } from "@jointfund/core/charter/approval-reach.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Coalitions } from "@jointfund/core/charter/coalitions.ts";
import {
  powerMatrix,
  type BodyPower,
  type PartyPower,
  type PowerTier,
} from "@jointfund/core/charter/power-matrix.ts";
import { LANGUAGES, localized, type Text } from "../languages/language.ts";
import { byClause } from "./clause-order.ts";
import { CharterSpeaker } from "./explanation-text.ts";

/** Who can stop or force what, with everything that the table names, in both languages [CH87]. */
export type PowersReport = {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly parties: readonly {
    readonly id: string;
    readonly name: Text;
    readonly kind: string;
    readonly kindText: Text;
    readonly sovereign: boolean;
  }[];
  readonly bodies: readonly { readonly id: string; readonly name: Text }[];
  readonly acts: readonly ActReport[];
};

export type ActReport = {
  readonly type: string;
  readonly clause: string;
  readonly name: Text;
  readonly nature: "decision" | "fact";
  readonly proposers: readonly string[];
  readonly makerChecker: boolean;
  readonly tiers: readonly TierReport[];
};

export type TierReport = {
  /** The condition, absent where there is only one tier or on the last. */
  readonly when?: Text;
  readonly parties: readonly PartyPower[];
  readonly bodies: readonly BodyPower[];
  readonly coalitions?: Coalitions;
};

export function powersReport(charter: Charter): PowersReport {
  const speakers = {
    en: new CharterSpeaker(charter, "en"),
    ja: new CharterSpeaker(charter, "ja"),
  };
  const inBoth = (say: (speaker: CharterSpeaker) => string): Text => {
    const [en = "", ja = ""] = LANGUAGES.map((language) => say(speakers[language]));
    return { en, ja };
  };
  const sovereigns = sovereignsOf(charter);
  const tierReport = ({ when, parties, bodies, coalitions }: PowerTier): TierReport => ({
    ...(when === undefined ? {} : { when: inBoth((of) => of.expression(when, "condition")) }),
    ...{ parties, bodies },
    ...(coalitions === undefined ? {} : { coalitions }),
  });
  return {
    ...{ id: charter.id, version: charter.version, title: localized(charter.title) },
    parties: charter.parties.map(({ id, short, kind }) => ({
      ...{
        id,
        name: localized(short),
        kind,
        kindText: inBoth(({ phrases }) => phrases.kinds[kind]),
      },
      sovereign: sovereigns.includes(id),
    })),
    bodies: charter.bodies.map(({ id, name }) => ({ id, name: localized(name) })),
    acts: powerMatrix(charter)
      .map(({ act: type, nature, proposers, tiers }) => {
        const { clause, name, makerChecker = false } = charter.acts[type]!;
        return {
          ...{ type, clause, name: localized(name), nature, proposers, makerChecker },
          tiers: tiers.map(tierReport),
        };
      })
      .toSorted((a, b) => byClause(a.clause, b.clause)),
  };
}
