import fc from 'fast-check';

// Every property of this run starts from the one seed that was printed.
fc.configureGlobal({ seed: Number(process.env.SEED) });
