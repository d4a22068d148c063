import { hashCanonical } from "@jointfund/core/base/canonical.ts";
import type { Charter, UnitClass } from "@jointfund/core/charter/charter.ts";
import type { Days } from "@jointfund/core/charter/basic-terms.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import { mainVehicle, vehicleOf } from "@jointfund/core/fund/figures.ts";
import { EVERY_DAY } from "@jointfund/core/governance/window.ts";
import { filledWith } from "../cli/invocation.ts";
import { ratioText } from "./figures.ts";
import { localized, type Language, type Text } from "./language.ts";

/** What may go wrong, in plain words, for somebody who does not know funds. */
export const RISK_IDS = [
  "fall",
  "price",
  "wait",
  "gate",
  "suspension",
  "leverage",
  "currency",
  "politics",
  "concentration",
  "payments",
  "cost",
] as const;
export type RiskId = (typeof RISK_IDS)[number];

export type Risk = { readonly id: RiskId; readonly title: Text; readonly text: Text };

/** {0}, {1}, …: what the charter says of it. */
const RISKS: Readonly<Record<RiskId, { readonly title: Text; readonly text: Text }>> = {
  fall: {
    title: { en: "You can lose money", ja: "元本割れのおそれがあります" },
    text: {
      en:
        "What you put in is not safe. Your units can be worth less than you paid, even nothing. " +
        "No rule of the fund promises you a price, a payment or your money back.",
      ja:
        "元本は保証されません。保有する受益権の価値は購入額を下回ることがあり、" +
        "すべてを失うこともあります。" +
        "基準価額、分配金又は元本の返還を約束する規定は、一切ありません。",
    },
  },
  price: {
    title: {
      en: "You do not know the price when you order",
      ja: "申込みの時点では価額が分かりません",
    },
    text: {
      en:
        "The price of a unit is worked out on the dealing day, after you have ordered. " +
        "It can be higher or lower than the last one you see here.",
      ja:
        "一口の価額（基準価額）は、申込みの後、取引日に計算されます。" +
        "この画面に表示される直近の価額より高くなることも低くなることもあります。",
    },
  },
  wait: {
    title: { en: "You cannot sell whenever you like", ja: "いつでも換金できるわけではありません" },
    text: {
      en:
        "Units are bought and given back only on one day each {0}. An order must come {1} " +
        "before that day. The money for units given back is paid up to {2} after it.",
      ja:
        "受益権を購入・換金できるのは、{0}に一日だけです。" +
        "申込みはその日の{1}前までに必要です。" +
        "換金代金は、その日から{2}以内に支払われます。",
    },
  },
  gate: {
    title: {
      en: "If many want to sell, you may have to wait",
      ja: "換金の申込みが多いときは待つことがあります",
    },
    text: {
      en:
        "On one dealing day at most {0} of all units can be given back. " +
        "If people ask for more, each gets a part and the rest waits for the next dealing day, " +
        "at the price of that day.",
      ja:
        "一回の取引日に換金できるのは、全口数の{0}までです。" +
        "申込みがこれを超えたときは一部だけが換金され、残りは次の取引日に、" +
        "その日の価額で換金されます。",
    },
  },
  suspension: {
    title: { en: "Dealing can be stopped", ja: "取引が停止されることがあります" },
    text: {
      en:
        "Buying and selling can be stopped for up to {0}, for these reasons: {1}. " +
        "During that time you cannot get your money out.",
      ja:
        "次の理由により、最長{0}、購入・換金が停止されることがあります：{1}。" +
        "その間は換金できません。",
    },
  },
  leverage: {
    title: {
      en: "The fund also invests borrowed money",
      ja: "借り入れた資金でも投資しています",
    },
    text: {
      en:
        "The fund borrows and invests that money too (this is called leverage). Gains become " +
        "larger by it, " +
        "and losses too. Lenders are paid before you, and the fund may have to sell when " +
        "prices are low.",
      ja:
        "ファンドは資金を借り入れて投資しています（これをレバレッジといいます）。" +
        "利益も損失も大きくなります。" +
        "貸し手への返済は、受益権を持つ方への支払いより優先されます。" +
        "値下がりした時期に売却を迫られることもあります。",
    },
  },
  currency: {
    title: { en: "Exchange rates matter", ja: "為替相場の影響を受けます" },
    text: {
      en:
        "You pay and are paid in {0}, but the fund counts in {1}. When the exchange rate " +
        "changes, " +
        "the value of your units changes, even if the fund itself does well.",
      ja:
        "お支払いとお受取りは{0}ですが、ファンドの資産は{1}建てです。" +
        "ファンドの運用が良好でも、為替相場の変動により受益権の価値が下がることがあります。",
    },
  },
  politics: {
    title: { en: "Governments decide together", ja: "政府が共同で決定します" },
    text: {
      en:
        "The fund belongs to {0}. They may disagree, delay decisions, change its rules " +
        "together or end it. " +
        "They may also choose projects for reasons of policy and not only for profit.",
      ja:
        "このファンドは{0}が共同で所有しています。意見の対立、決定の遅れ、" +
        "規則の変更やファンドの終了が" +
        "起こることがあります。収益だけでなく、政策上の理由で投資先を選ぶこともあります。",
    },
  },
  concentration: {
    title: {
      en: "It owns few, large things that are hard to sell",
      ja: "投資先は少数の大型案件で、売却しにくいものです",
    },
    text: {
      en:
        "The money is in large projects that take years. Their value is an estimate, and one " +
        "that fails " +
        "can cost much.",
      ja:
        "資金は、完成まで何年もかかる大型事業に投資されています。その価値は見積りであり、" +
        "一件の失敗が大きな損失となることがあります。",
    },
  },
  payments: {
    title: { en: "Payments are not certain", ja: "分配金は確実ではありません" },
    text: {
      en:
        "The fund pays out only what its rules allow. In some years that may be nothing. A " +
        "payment can be " +
        "a part of your own money coming back: then your units are worth that much less.",
      ja:
        "分配金は、規則の範囲内でのみ支払われ、支払われない年もあります。" +
        "分配金には元本の払戻しに当たるもの" +
        "（特別分配金）もあり、その分だけ受益権の価値は下がります。",
    },
  },
  cost: {
    title: { en: "There are costs and taxes", ja: "費用と税金がかかります" },
    text: {
      en:
        "The costs of running the fund are taken out of it before the price is worked out. " +
        "Your distributor may charge you, and taxes may be taken off.",
      ja:
        "ファンドの運営費用は、価額の計算前に差し引かれます。" +
        "このほか、販売会社の手数料や税金がかかることがあります。",
    },
  },
};

const PERIODS: Readonly<Record<DealingTerms["every"], Text>> = {
  month: { en: "month", ja: "一か月" },
  quarter: { en: "quarter (three months)", ja: "四半期（三か月）" },
};

/** "10 working days", or plain days where every day counts. */
function daysText({ days, calendar }: Days): Text {
  return calendar === EVERY_DAY
    ? { en: `${days} days`, ja: `${days}日` }
    : { en: `${days} working days`, ja: `${days}営業日` };
}

/** "Japanese Yen", for people who do not know its code. */
export function currencyText(code: string): Text {
  const named = (language: Language): string =>
    new Intl.DisplayNames([language], { type: "currency" }).of(code) ?? code;
  return { en: named("en"), ja: named("ja") };
}

const listed = (texts: readonly Text[]): Text => ({
  en: texts.map(({ en }) => en).join("; "),
  ja: texts.map(({ ja }) => ja).join("、"),
});

/** What the charter says of a risk; nothing where it has no such thing. */
function factsOf(
  id: RiskId,
  charter: Charter,
  { terms, unitClass }: { readonly terms: DealingTerms; readonly unitClass: UnitClass },
): readonly Text[] | undefined {
  const { suspension } = terms;
  switch (id) {
    case "wait":
      return [PERIODS[terms.every], daysText(terms.cutOff), daysText(terms.payWithin)];
    case "gate":
      return [{ en: ratioText(terms.gate, "en"), ja: ratioText(terms.gate, "ja") }];
    case "suspension":
      if (suspension === undefined) return undefined;
      return [
        daysText(suspension.longest),
        listed(suspension.grounds.map(({ name }) => localized(name))),
      ];
    case "leverage":
      return charter.leverage === undefined ? undefined : [];
    case "currency": {
      const [own, main] = [vehicleOf(charter, unitClass.vehicle), mainVehicle(charter)];
      return own.currency === main.currency
        ? undefined
        : [own, main].map((of) => currencyText(of.currency));
    }
    case "politics": {
      const sovereigns = charter.parties.filter(({ kind }) => kind === "sovereign");
      const names = sovereigns.map(({ name }) => localized(name));
      return [
        { en: names.map(({ en }) => en).join(" and "), ja: names.map(({ ja }) => ja).join("と") },
      ];
    }
    default:
      return [];
  }
}

/** The risks of a class, with a digest of every word: what a holder confirms to have read (H54). */
export function risksOf(
  charter: Charter,
  of: { readonly terms: DealingTerms; readonly unitClass: UnitClass },
): { readonly risks: readonly Risk[]; readonly digest: string } {
  const risks = RISK_IDS.flatMap((id): Risk[] => {
    const facts = factsOf(id, charter, of);
    if (facts === undefined) return [];
    const { title, text } = RISKS[id];
    return [{ id, title, text: filledWith(text, ...facts) }];
  });
  return { risks, digest: hashCanonical("jointfund/risks/v1", risks) };
}
