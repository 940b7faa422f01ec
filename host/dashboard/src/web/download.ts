/** Hands bytes to the browser as a file to keep. */
export const download = (name: string, bytes: BlobPart, type: string): void => {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not before the browser has begun to read it.
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
};
