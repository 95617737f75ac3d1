import { startProgram } from '../program/start-program.ts';
import { CONVERT_PROGRAM, runConvert } from './convert-run.ts';

await startProgram(CONVERT_PROGRAM, runConvert);
