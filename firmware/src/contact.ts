/** When a valid frame last came from the host, by the band's clock. */
let tContactMicros = 0;

export const noteContact = (tMicros: number): void => {
  tContactMicros = tMicros;
};

export const lastContactMicros = (): number => tContactMicros;
