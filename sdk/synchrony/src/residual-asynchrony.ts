/**
 * What of each asynchrony the one before it does not explain: A(n+1) − m − φ·(A(n) − m), m the mean and φ, about 1 − α, what
 * least squares say is left of an asynchrony at the next beat. Two people who each follow the pulse have residuals of their
 * own; two who listen to each other as well share them, which partialling the pulse out can hide, since both follow it too.
 * Without φ taken out, two slow walks about the pulse would look alike by chance.
 *
 * @param asynchronies one a beat, any one unit; NaN where the beat was missed
 * @returns shape [n]; NaN at the first beat and where one of the two beats was missed
 */
export const residualAsynchronies = (asynchronies: Float64Array): Float64Array => {
  const residuals = new Float64Array(asynchronies.length);
  let [sum, count] = [0, 0];
  for (const value of asynchronies) {
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
  }
  const mean = sum / count;
  let [products, squares] = [0, 0];
  for (let n = 1; n < asynchronies.length; n++) {
    const before = (asynchronies[n - 1] as number) - mean;
    const product = before * ((asynchronies[n] as number) - mean);
    if (!Number.isFinite(product)) continue;
    products += product;
    squares += before * before;
  }
  const phi = squares > 0 ? products / squares : 0;
  residuals[0] = NaN;
  for (let n = 1; n < asynchronies.length; n++)
    residuals[n] = (asynchronies[n] as number) - mean - phi * ((asynchronies[n - 1] as number) - mean);
  return residuals;
};
