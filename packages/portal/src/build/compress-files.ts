import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXTS = /\.(?:html|js|css|svg|json)$/;
/** Shorter files gain nothing by it. */
const COMPRESSED_FROM = 1_024;
/** Nearly the shortest, in a fraction of the time. */
const QUALITY = 10;

/** Writes a compressed form beside each text file of a built portal, once, at the build. */
export async function compressFiles(directory: string): Promise<void> {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  await Promise.all(
    names
      .filter((name) => TEXTS.test(name))
      .map(async (name) => {
        const file = join(directory, name);
        const bytes = readFileSync(file);
        if (bytes.length < COMPRESSED_FROM) return;
        const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
        writeFileSync(`${file}.gz`, await promisify(gzip)(bytes));
      }),
  );
}
