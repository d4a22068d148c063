import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { App } from "../../../../tests/support/served-office.ts";

type Json = { readonly [name: string]: unknown };

type Operation = {
  readonly operationId: string;
  readonly responses: {
    readonly [status: string]: { readonly content?: { readonly [type: string]: unknown } };
  };
};

export type Description = {
  readonly openapi: string;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: Json };
};

/** The description that the server publishes, and validators made of nothing else. */
export class PublishedDescription {
  readonly document: Description;
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Description) {
    this.document = document;
    this.#ajv = new Ajv2020({ strict: true, allErrors: false, allowUnionTypes: true });
    addFormats.default(this.#ajv);
    for (const keyword of ["x-unique-by", "x-minimum", "x-maximum"]) {
      this.#ajv.addKeyword({ keyword, valid: true });
    }
    this.#ajv.addSchema(relocated({ $id: "api", $defs: document.components.schemas }));
  }

  static async of(app: App): Promise<PublishedDescription> {
    const response = await app.request("/openapi.json");
    return new PublishedDescription((await response.json()) as Description);
  }

  /** What is wrong with an answer, by the description alone; nothing where it is as described. */
  async faults(method: string, path: string, response: Response): Promise<string | undefined> {
    const { status } = response;
    const of = this.document.paths[path]?.[method]?.responses[String(status)];
    if (of === undefined) return `${method} ${path} describes no status ${status}`;
    const [type = ""] = (response.headers.get("Content-Type") ?? "").split(";");
    if (of.content?.[type] === undefined) return `${method} ${path} describes no ${type}`;
    const validate = this.#validatorOf(method, path, status, type);
    const body: unknown = await response.json();
    if (validate(body)) return undefined;
    return `${method} ${path} ${status}: ${this.#ajv.errorsText(validate.errors)}`;
  }

  #validatorOf(method: string, path: string, status: number, type: string): ValidateFunction {
    const at = [path, method, String(status), type].join(" ");
    let validate = this.#validators.get(at);
    if (validate === undefined) {
      const { schema } = this.document.paths[path]![method]!.responses[status]!.content![type] as {
        readonly schema: Json;
      };
      validate = this.#ajv.compile(relocated(schema));
      this.#validators.set(at, validate);
    }
    return validate;
  }
}

/** The same with references to where the document's components stand for the validator. */
function relocated(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll('"#/components/schemas/', '"api#/$defs/');
  return JSON.parse(text) as Json;
}
