import type { Text } from "../language.ts";

/** What keeps a file from being read as a charter's YAML, as templates (template.ts). */
export const YAML_FINDING_TEXTS = {
  yaml_syntax: {
    en: "The YAML cannot be read here: {detail}.",
    ja: "YAMLとして読み取れません（{actual}）。",
  },
  yaml_documents: {
    en: "A second document starts here; a charter is one document.",
    ja: "ここから二つ目の文書が始まります。基本協定は一つの文書でなければなりません。",
  },
  yaml_directive: {
    en: "A charter has no YAML directives, such as {actual}.",
    ja: "基本協定ではYAMLの指示子（{actual}）を使えません。",
  },
  yaml_anchor: {
    en: "Write the text out: a charter has no anchors and no references to them ({actual}).",
    ja: "内容をそのまま書いてください。アンカー及びその参照（{actual}）は使えません。",
  },
  yaml_tag: {
    en: "A charter has no YAML tags, such as {actual}.",
    ja: "基本協定ではYAMLのタグ（{actual}）を使えません。",
  },
  yaml_merge_key: {
    en: "Write the fields out: a charter has no merge keys (<<).",
    ja: "項目をそのまま書いてください。マージキー（<<）は使えません。",
  },
  yaml_key_not_text: {
    en: "The name of a field must be text; put it in quotation marks: {actual}",
    ja: "項目名は文字列でなければなりません。引用符で囲んでください：{actual}",
  },
} as const satisfies Readonly<Record<string, Text>>;
