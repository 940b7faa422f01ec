export * from "./file-sink.ts";
export * from "./file-source.ts";
