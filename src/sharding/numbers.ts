/** A growing row of numbers, eight bytes each, that several threads can read in the end. */
export class Numbers {
  private values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Float64Array(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** The number at an index; 0 where there is none. */
  at(index: number): number {
    return index < this.length ? (this.values[index] ?? 0) : 0;
  }

  set(index: number, value: number): void {
    while (this.length <= index) this.push(-1);
    this.values[index] = value;
  }

  /** The numbers in memory that worker threads share. */
  shared(): Float64Array<SharedArrayBuffer> {
    const shared = new Float64Array(new SharedArrayBuffer(this.length * Float64Array.BYTES_PER_ELEMENT));
    shared.set(this.values.subarray(0, this.length));
    return shared;
  }
}
