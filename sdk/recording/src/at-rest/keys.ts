import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { RecordingError } from "../errors.ts";

/** For whom a file is sealed: holders of age keys (`age1…`), or whoever knows a passphrase. */
export type Lock =
  { readonly recipients: readonly string[] } | { readonly passphrase: string; readonly workFactor?: number };

/** What opens a sealed file: age identities (`AGE-SECRET-KEY-1…`) and passphrases, tried together. */
export interface Unlock {
  readonly identities?: readonly string[];
  readonly passphrases?: readonly string[];
}

/** A key pair of age's own kind, so that any age program can open what is sealed for it. */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export const newKeyPair = async (): Promise<KeyPair> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** The lock that the same keys, or the same passphrase, open again. @throws RecordingError `bad-key` */
export const lockOfUnlock = async ({ identities = [], passphrases = [] }: Unlock): Promise<Lock> => {
  const [passphrase] = passphrases;
  // A file can be locked by keys or by a passphrase, not by both.
  if (passphrase !== undefined) return { passphrase };
  if (identities.length === 0) throw new RecordingError("bad-key", "expected a key or a passphrase, found neither");
  return { recipients: await Promise.all(identities.map((identity) => identityToRecipient(identity))) };
};

const SHOWN = 24;
const shown = (text: string): string => JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** @throws RecordingError `bad-key` */
export const encrypterFor = (lock: Lock): Encrypter => {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) {
    if (lock.passphrase === "") throw new RecordingError("bad-key", "expected a passphrase, found an empty one");
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
    return encrypter;
  }
  if (lock.recipients.length === 0) throw new RecordingError("bad-key", "expected a key to encrypt to, found none");
  for (const recipient of lock.recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new RecordingError("bad-key", `expected an age public key (age1…), found ${shown(recipient)}`);
    }
  }
  return encrypter;
};

/** @throws RecordingError `bad-key`; a secret is never shown in the message */
export const decrypterFor = ({ identities = [], passphrases = [] }: Unlock): Decrypter => {
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity);
    } catch {
      throw new RecordingError("bad-key", "expected an age secret key (AGE-SECRET-KEY-1…), found something else");
    }
  }
  for (const passphrase of passphrases) decrypter.addPassphrase(passphrase);
  return decrypter;
};
