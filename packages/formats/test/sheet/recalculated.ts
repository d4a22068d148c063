import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ParseOption, XmlDocument, XmlElement } from "libxml2-wasm";

/** A cell as LibreOffice has it: what it computed, or the text. */
export type ComputedCell = {
  readonly type: string;
  /** A decimal, with an exponent or without, or a date. */
  readonly value: string;
  readonly formula: string;
  readonly text: string;
};

export type ComputedSheet = {
  readonly name: string;
  readonly rows: readonly (readonly ComputedCell[])[];
};

/** The office program, which the tests that need it require. */
export const SOFFICE = "soffice";

/** Tells LibreOffice to compute every formula anew, and not to believe what the file says. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Workbooks as LibreOffice computes them, all by one start of it. */
export function recalculated(
  workbooks: readonly Uint8Array[],
): readonly (readonly ComputedSheet[])[] {
  const folder = mkdtempSync(join(tmpdir(), "jointfund-calc-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const files = workbooks.map((bytes, n) => {
      const file = join(folder, `${n}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const args = [installation, "--headless", "--convert-to", "fods", "--outdir", folder, ...files];
    const done = spawnSync(SOFFICE, args, { encoding: "utf8", timeout: 300_000 });
    if (done.status !== 0) throw new Error(done.stderr);
    return files.map((file) => sheetsOf(readFileSync(file.replace(/xlsx$/, "fods"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sheetsOf(bytes: Uint8Array): readonly ComputedSheet[] {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE });
  try {
    return descendants(document.root, "table").map((table) => ({
      name: attribute(table, "name"),
      rows: descendants(table, "table-row").flatMap((row) =>
        repeated(attribute(row, "number-rows-repeated"), cellsOf(row)),
      ),
    }));
  } finally {
    document.dispose();
  }
}

function cellsOf(row: XmlElement): readonly ComputedCell[] {
  return children(row).flatMap((cell) => {
    const value = ["value", "date-value"].map((name) => attribute(cell, name));
    const computed = {
      type: attribute(cell, "value-type"),
      value: value.find((text) => text !== "") ?? "",
      formula: attribute(cell, "formula"),
      text: children(cell)
        .filter(({ name }) => name === "p")
        .map((paragraph) => paragraph.content)
        .join("\n"),
    };
    return repeated(attribute(cell, "number-columns-repeated"), computed);
  });
}

/** What a file says of many like it; the empty rest of a sheet is left out. */
function repeated<T>(times: string, one: T): readonly T[] {
  const count = Number(times === "" ? 1 : times);
  return count > 1000 ? [] : Array.from({ length: count }, () => one);
}

function children(of: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = of.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) found.push(child);
  }
  return found;
}

function descendants(of: XmlElement, name: string): readonly XmlElement[] {
  return children(of).flatMap((child) =>
    child.name === name ? [child] : descendants(child, name),
  );
}

const attribute = (of: XmlElement, name: string): string =>
  of.attrs.find((each) => each.name === name)?.value ?? "";
