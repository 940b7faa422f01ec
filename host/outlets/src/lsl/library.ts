import koffi from "koffi";
import { OutletError } from "../errors.ts";

/** What a pointer of the library looks like from here. */
export type Handle = unknown;

/** The functions of liblsl's C interface that are used. @see https://labstreaminglayer.readthedocs.io/projects/liblsl */
export interface LslLibrary {
  readonly version: number;
  localClock(): number;
  createStreamInfo(
    name: string,
    type: string,
    channels: number,
    rateHz: number,
    format: number,
    source: string,
  ): Handle;
  description(info: Handle): Handle;
  appendChild(parent: Handle, name: string): Handle;
  appendValue(parent: Handle, name: string, value: string): void;
  createOutlet(info: Handle): Handle;
  pushFloats(outlet: Handle, values: Float32Array, tS: number): void;
  pushTexts(outlet: Handle, texts: readonly string[], tS: number): void;
  destroyOutlet(outlet: Handle): void;
  destroyInfo(info: Handle): void;
}

const NAMES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["liblsl.so", "liblsl.so.2", "liblsl.so.1"],
  darwin: ["liblsl.dylib", "/opt/homebrew/lib/liblsl.dylib", "/usr/local/lib/liblsl.dylib"],
  win32: ["lsl.dll"],
};
const DEFAULT_BUFFER_S = 360;

const load = (path: string | undefined): ReturnType<typeof koffi.load> => {
  const tried = path === undefined ? (NAMES[process.platform] ?? []) : [path];
  for (const name of tried) {
    try {
      return koffi.load(name);
    } catch {
      // The next name.
    }
  }
  throw new OutletError(
    "no-library",
    `expected liblsl for --lsl, found none as ${tried.join(", ")}; install it and set ENTRAIN_LSL to its path`,
  );
};

/**
 * Binds liblsl.
 *
 * @param path - of the library; undefined tries the names that the system knows it by
 * @throws OutletError `no-library`, also when it is a library of another kind
 */
export const loadLsl = (path: string | undefined): LslLibrary => {
  const library = load(path);
  try {
    const version = library.func("int32_t lsl_library_version()") as () => number;
    const push = library.func("int32_t lsl_push_sample_ftp(void *out, const float *data, double t, int32_t through)");
    const pushText = library.func(
      "int32_t lsl_push_sample_strtp(void *out, const char **data, double t, int32_t through)",
    );
    const create = library.func("void *lsl_create_outlet(void *info, int32_t chunk, int32_t buffered)");
    const appendValue = library.func("void *lsl_append_child_value(void *e, const char *name, const char *value)");
    return {
      version: version(),
      localClock: library.func("double lsl_local_clock()") as () => number,
      createStreamInfo: library.func(
        "void *lsl_create_streaminfo(const char *name, const char *type, int32_t n, double rate, int32_t format, const char *id)",
      ) as LslLibrary["createStreamInfo"],
      description: library.func("void *lsl_get_desc(void *info)") as (info: Handle) => Handle,
      appendChild: library.func("void *lsl_append_child(void *e, const char *name)") as LslLibrary["appendChild"],
      appendValue: (parent, name, value) => void appendValue(parent, name, value),
      createOutlet: (info) => create(info, 0, DEFAULT_BUFFER_S) as Handle,
      pushFloats: (outlet, values, tS) => void push(outlet, values, tS, 1),
      pushTexts: (outlet, texts, tS) => void pushText(outlet, [...texts], tS, 1),
      destroyOutlet: library.func("void lsl_destroy_outlet(void *out)") as (outlet: Handle) => void,
      destroyInfo: library.func("void lsl_destroy_streaminfo(void *info)") as (info: Handle) => void,
    };
  } catch (error) {
    throw new OutletError(
      "no-library",
      `expected liblsl for --lsl, found a library without its functions (${(error as Error).message}), at ${path ?? "the system's"}`,
    );
  }
};
