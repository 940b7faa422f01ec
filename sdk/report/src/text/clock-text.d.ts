/** Minutes and seconds: 0:00, 1:30, 1:02:05; tenths only where seconds have some. */
export declare const clockText: (seconds: number) => string;
//# sourceMappingURL=clock-text.d.ts.map