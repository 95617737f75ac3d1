import { createContext } from 'react';

/** True for fields that are cells of a table: the table header shows their labels. */
export const TableCells = createContext(false);
