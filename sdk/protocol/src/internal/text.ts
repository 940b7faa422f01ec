// TextEncoder and TextDecoder are not part of the language, and types for them would bring the DOM in.

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Writes the ASCII characters of `text`, cut to `bytes` and padded with NUL; anything else, and what does not print, becomes '?'. */
export const writeAscii = (frame: Uint8Array, at: number, bytes: number, text: string): void => {
  for (let i = 0; i < bytes; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    frame[at + i] = i >= text.length || (code >= 0x20 && code <= 0x7e) ? code : 0x3f;
  }
};

/** Reads up to `bytes` characters, ending at the first NUL. What no terminal should be sent becomes '?', as when written. */
export const readAscii = (frame: Uint8Array, at: number, bytes: number): string => {
  let text = "";
  for (let i = 0; i < bytes && frame[at + i] !== 0; i++) {
    const code = frame[at + i] as number;
    text += code >= 0x20 && code <= 0x7e ? String.fromCharCode(code) : "?";
  }
  return text;
};

/** UTF-8 bytes of a text, by percent-encoding, which is part of the language. Lone surrogates become U+FFFD. */
export const utf8Bytes = (text: string): Uint8Array => {
  const escaped = encodeURIComponent(text.replace(LONE_SURROGATE, "\ufffd"));
  const bytes: number[] = [];
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] !== "%") bytes.push(escaped.charCodeAt(i));
    else {
      bytes.push(parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return Uint8Array.from(bytes);
};

/** The text of UTF-8 bytes, ending at the first NUL; bytes that are not UTF-8 are read as Latin-1. */
export const utf8Text = (frame: Uint8Array, at: number, end: number): string => {
  let escaped = "";
  let latin = "";
  for (let i = at; i < end && frame[i] !== 0; i++) {
    const byte = frame[i] as number;
    escaped += `%${byte.toString(16).padStart(2, "0")}`;
    latin += String.fromCharCode(byte);
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return latin;
  }
};
