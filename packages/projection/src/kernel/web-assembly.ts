declare global {
  /** What is used here of WebAssembly's JavaScript interface; no library of types has it. */
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array);
    }
    class Instance {
      constructor(module: Module, imports?: object);
      readonly exports: Readonly<Record<string, unknown>>;
    }
    class Memory {
      constructor(descriptor: { readonly initial: number; readonly maximum?: number });
      readonly buffer: ArrayBuffer;
      grow(pages: number): number;
    }
  }
}

/** A compiled program, which can be sent to any thread. */
export type CompiledModule = WebAssembly.Module;
