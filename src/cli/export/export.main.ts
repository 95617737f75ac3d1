import { startProgram } from '../program/start-program.ts';
import { EXPORT_PROGRAM, runExport } from './export-run.ts';

await startProgram(EXPORT_PROGRAM, (args, context) => runExport(args, context, process.env));
