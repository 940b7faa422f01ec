/** Whose movement counts in the scores: of everybody in a scored step but those who refused, or who are never scored. */
export class Attendance {
  private readonly counted: boolean[];
  private readonly refused = new Set<number>();
  private readonly aside = new Set<number>();
  private isScored = true;
  private readonly onChange: (member: number, present: boolean) => void;

  /** @param onChange - told of each member who begins or ceases to count; at first all do */
  constructor(members: number, onChange: (member: number, present: boolean) => void) {
    this.counted = Array.from({ length: members }, () => true);
    this.onChange = onChange;
  }

  /** By consent. */
  consent(member: number, given: boolean): void {
    this.put(this.refused, member, !given);
  }

  /** By a person's own settings. */
  setAside(member: number, isAside: boolean): void {
    this.put(this.aside, member, isAside);
  }

  /** Whether what is done now is scored at all. */
  setScored(isScored: boolean): void {
    this.isScored = isScored;
    this.update();
  }

  private put(set: Set<number>, member: number, isIn: boolean): void {
    if (isIn) set.add(member);
    else set.delete(member);
    this.update();
  }

  private update(): void {
    this.counted.forEach((was, member) => {
      const counts = this.isScored && !this.refused.has(member) && !this.aside.has(member);
      if (counts === was) return;
      this.counted[member] = counts;
      this.onChange(member, counts);
    });
  }
}
