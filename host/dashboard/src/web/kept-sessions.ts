/** A session that this browser keeps. It never leaves it unless somebody downloads it. */
export interface KeptSession {
  readonly id: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly fileName: string;
  /** Name by pseudonym; kept beside the file, as on a computer. */
  readonly people: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const DATABASE = "entrain";
const STORE = "sessions";

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the browser's storage refused"));
    };
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: "id" });
  };
  return settled(request);
};

const inStore = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await open();
  try {
    return await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
};

export const keepSession = async (session: KeptSession): Promise<void> => {
  await inStore("readwrite", (store) => store.put(session));
};

/** The newest first. */
export const keptSessions = async (): Promise<readonly KeptSession[]> => {
  const all = (await inStore("readonly", (store) => store.getAll())) as KeptSession[];
  return all.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
};

export const forgetSession = async (id: string): Promise<void> => {
  await inStore("readwrite", (store) => store.delete(id));
};
