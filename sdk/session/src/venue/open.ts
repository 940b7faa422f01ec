import type { Circle } from "../contract.ts";
import { BandPool } from "./band-pool.ts";
import type { Ground, OpenRecording, VenueOpts } from "./ground.ts";
import { OpenCircle } from "./open-circle.ts";
import type { OpenState } from "./open-state.ts";
import { type Place, placesOfClass, placesOfGroup, placesOfTry } from "./places.ts";

/** Who is to be here. */
export interface Wanted {
  readonly circle: Circle;
  /** Of the group. */
  readonly id?: string;
  /** What was open before a break, to be gone on with. */
  readonly before?: OpenState;
}

export interface Opened {
  readonly ground: Ground;
  readonly pool: BandPool;
  readonly circle: OpenCircle;
}

interface Company {
  readonly title: string;
  readonly places: readonly Place[];
  readonly scores: boolean;
  readonly record: boolean;
}

const companyOf = async (venue: VenueOpts, ground: Ground, { circle, id }: Wanted): Promise<Company> => {
  if (circle === "class") return { title: "Class", places: placesOfClass(), scores: true, record: false };
  if (circle === "try") {
    const names = (await ground.find()).map(({ label }) => label);
    return { title: "Virtual people", places: placesOfTry(names), scores: true, record: false };
  }
  const group = (await venue.groups?.list())?.find((each) => each.id === id);
  if (group === undefined) throw new Error(`expected a group that is kept here, found "${id ?? ""}"`);
  return { title: group.name, places: placesOfGroup(group), scores: group.scores, record: group.record };
};

const recordingOf = async (
  venue: VenueOpts,
  { scheduler, real }: Ground,
  { title, places, record }: Company,
  { id, before }: Wanted,
): Promise<OpenRecording | undefined> => {
  if (!record || id === undefined || venue.startRecording === undefined) return undefined;
  return venue.startRecording({
    ...{ title, names: places.map(({ name }) => name), simulated: !real, scheduler, groupId: id },
    ...(before?.recording && { continues: before.recording }),
  });
};

/** Begins a session for whoever is to be here. @throws Error that a person can read */
export const openCircle = async (
  venue: VenueOpts,
  pool: BandPool,
  wanted: Wanted,
  onBands: () => void,
): Promise<Opened> => {
  const { circle, before } = wanted;
  const isTry = circle === "try";
  const ground = isTry ? venue.openTry() : venue.ground;
  const company = await companyOf(venue, ground, wanted);
  const own = isTry ? new BandPool(ground, onBands) : pool;
  const recording = await recordingOf(venue, ground, company, wanted);
  const { title, places, scores } = company;
  const admitted = before?.admitted ?? [];
  const opened = new OpenCircle({ venue, ground, pool: own, circle, title, places, scores, admitted, recording });
  await opened.begin();
  return { ground, pool: own, circle: opened };
};
