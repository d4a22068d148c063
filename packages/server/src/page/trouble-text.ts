import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ContestedTrouble } from "@jointfund/core/fund/contested/contested-trouble.ts";
import { amountText } from "../languages/figures.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { TROUBLE_TEXTS, TROUBLE_WORDS } from "../languages/trouble-texts.ts";
import { wordFor } from "../languages/words.ts";

/** A party or vehicle by its name, in each language. */
function nameOf(charter: Charter, id: string): Text {
  const party = charter.parties.find((each) => each.id === id);
  const vehicle = charter.vehicles.find((each) => each.id === id);
  return localized(party?.short ?? vehicle?.name ?? { en: id });
}

/** The stage of a dispute by the name that the charter gives it, or the word for a code. */
function stageName(charter: Charter, { what, stage = "" }: ContestedTrouble): Text {
  const stages = charter.oversight?.disputes?.ladder ?? [];
  const named = what === "disputeMoved" ? stages.find(({ id }) => id === stage) : undefined;
  return named === undefined ? wordFor(TROUBLE_WORDS, stage) : localized(named.name);
}

/** A line on trouble, in each language. */
export function troubleText(charter: Charter, trouble: ContestedTrouble): Text {
  const { what, party = "", against = "", sum, actType = "" } = trouble;
  const act = localized(charter.acts[actType]?.name ?? { en: actType });
  const stage = stageName(charter, trouble);
  const [by, other] = [nameOf(charter, party), nameOf(charter, against)];
  const said = (language: Language): string => {
    const parts: { readonly [name: string]: string } = {
      party: by[language],
      against: other[language],
      act: act[language],
      stage: stage[language],
      sum: sum === undefined ? "" : amountText(sum.minor, sum.currency, language),
    };
    const filled = TROUBLE_TEXTS[what][language].replace(
      /\{([a-z]+)\}/g,
      (_place, name: string) => parts[name] ?? "",
    );
    return filled.trim();
  };
  return { en: said("en"), ja: said("ja") };
}
