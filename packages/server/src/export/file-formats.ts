/** Formats of files that statements and reports are written in. */
export const FILE_FORMATS = ["json", "csv", "html", "xlsx", "pdf"] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];
