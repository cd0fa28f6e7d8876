/** What every part of the bench is told. */
export interface BenchOptions {
  /** A few presses only, to see that the bench runs and every answer is right: its times say nothing, and never fail it. */
  readonly short: boolean;
  /** How often everything takes its turn; each part has its own number when it is not said. */
  readonly rounds: number | null;
  /** Put so many generated referrals there first. */
  readonly filled: number;
}

/** What a part found. */
export interface PartReport {
  /** Markdown, with its own `## ` heading. */
  readonly page: string;
  /** What is slower than it may be, in words; a wrong answer is thrown. */
  readonly tooSlow: readonly string[];
}

/** One part of the bench, run by its name: `npm run bench -- presses`. Its code is only loaded when it runs. */
export interface Part {
  readonly name: string;
  readonly what: string;
  run(options: BenchOptions): Promise<PartReport>;
}
