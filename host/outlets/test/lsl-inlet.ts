import koffi from "koffi";

/** A receiver by liblsl's own functions. */
export interface Inlet {
  readonly xml: string;
  localClock(): number;
  /** Pulls one sample, sending until there is one. */
  pull(send: () => void): Promise<{ readonly values: readonly number[]; readonly tS: number }>;
  close(): void;
}

const RESOLVE_S = 10;
const CHANNELS = 8;

export const openInlet = (path: string, name: string): Inlet => {
  const library = koffi.load(path);
  const resolve = library.func(
    "int32_t lsl_resolve_byprop(_Out_ void **found, uint32_t most, const char *prop, const char *value, int32_t least, double timeout)",
  );
  const found: unknown[] = [null];
  if (resolve(found, 1, "name", name, 1, RESOLVE_S) !== 1)
    throw new Error(`expected a stream named ${name}, found none`);
  const inlet: unknown = library.func(
    "void *lsl_create_inlet(void *info, int32_t buffer, int32_t chunk, int32_t recover)",
  )(found[0], 10, 0, 0);
  const code = [0];
  library.func("void lsl_open_stream(void *inlet, double timeout, _Out_ int32_t *code)")(inlet, RESOLVE_S, code);
  const info: unknown = library.func("void *lsl_get_fullinfo(void *inlet, double timeout, _Out_ int32_t *code)")(
    inlet,
    RESOLVE_S,
    code,
  );
  const pull = library.func(
    "double lsl_pull_sample_f(void *inlet, _Out_ float *data, int32_t elements, double timeout, _Out_ int32_t *code)",
  );
  const correction = library.func("double lsl_time_correction(void *inlet, double timeout, _Out_ int32_t *code)");
  return {
    xml: library.func("const char *lsl_get_xml(void *info)")(info) as string,
    localClock: library.func("double lsl_local_clock()") as () => number,
    pull: async (send) => {
      for (let turn = 0; turn < 200; turn++) {
        send();
        const values = new Float32Array(CHANNELS);
        const tS = pull(inlet, values, CHANNELS, 0, code) as number;
        if (tS !== 0) return { values: [...values], tS: tS + (correction(inlet, RESOLVE_S, code) as number) };
        await new Promise((done) => setTimeout(done, 40));
      }
      throw new Error("expected a sample, found none");
    },
    close: () => void library.func("void lsl_destroy_inlet(void *inlet)")(inlet),
  };
};
