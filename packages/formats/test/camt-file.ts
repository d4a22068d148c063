/** Writes statements for tests as the banks' versions of camt.053 have them. */

export type TestEntry = {
  readonly amount: string;
  readonly side: string;
  readonly currency?: string;
  readonly status?: string;
  readonly booked?: string;
  readonly value?: string;
  readonly reversal?: boolean;
  /** Elements between the dates and the end of the entry. */
  readonly rest?: string;
};

export type TestStatement = {
  readonly version?: "02" | "04" | "08" | "12";
  readonly opening?: string;
  readonly closing?: string;
  readonly currency?: string;
  readonly entries?: readonly TestEntry[];
};

const CODE = "<BkTxCd><Prtry><Cd>544</Cd></Prtry></BkTxCd>";

function day(name: string, date: string): string {
  if (date === "") return "";
  const choice = date.length > 10 ? "DtTm" : "Dt";
  return `<${name}><${choice}>${date}</${choice}></${name}>`;
}

function entryXml(entry: TestEntry, currency: string, version: string): string {
  const { status = "BOOK", booked = "2026-04-01", value = "2026-04-02", rest = "" } = entry;
  return [
    `<Ntry><Amt Ccy="${entry.currency ?? currency}">${entry.amount}</Amt>`,
    `<CdtDbtInd>${entry.side}</CdtDbtInd>`,
    entry.reversal === undefined ? "" : `<RvslInd>${entry.reversal}</RvslInd>`,
    version >= "08" ? `<Sts><Cd>${status}</Cd></Sts>` : `<Sts>${status}</Sts>`,
    day("BookgDt", booked),
    day("ValDt", value),
    `${CODE}${rest}</Ntry>`,
  ].join("");
}

function balanceXml(code: string, amount: string, currency: string): string {
  const [side, magnitude] = amount.startsWith("-") ? ["DBIT", amount.slice(1)] : ["CRDT", amount];
  return [
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>`,
    `<Amt Ccy="${currency}">${magnitude}</Amt><CdtDbtInd>${side}</CdtDbtInd>`,
    "<Dt><Dt>2026-04-01</Dt></Dt></Bal>",
  ].join("");
}

export function camtXml(statement: TestStatement): string {
  const { version = "08", currency = "USD", opening = "0.00", entries = [] } = statement;
  const parts = [
    `<Stmt><Id>2026-04</Id><CreDtTm>2026-04-02T18:00:00Z</CreDtTm>`,
    `<Acct><Id><Othr><Id>000123456789</Id></Othr></Id><Ccy>${currency}</Ccy></Acct>`,
    balanceXml("OPBD", opening, currency),
    balanceXml("CLBD", statement.closing ?? opening, currency),
    ...entries.map((entry) => entryXml(entry, currency, version)),
    "</Stmt>",
  ];
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>`,
    `<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-04-02T18:00:00Z</CreDtTm></GrpHdr>`,
    ...parts,
    "</BkToCstmrStmt></Document>",
  ].join("\n");
}
