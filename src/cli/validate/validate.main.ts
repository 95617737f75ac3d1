import { startProgram } from '../program/start-program.ts';
import { runValidate, VALIDATE_PROGRAM } from './validate-run.ts';

await startProgram(VALIDATE_PROGRAM, runValidate);
