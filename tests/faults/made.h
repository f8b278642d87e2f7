/* Makes what the commands of tests/faults read: an experiment and its results, a data set, a trial, an input of apply. */
#ifndef NORMLAB_TESTS_MADE_H
#define NORMLAB_TESTS_MADE_H

/* Empties the folder and makes these files in folder/made. Ends the process after a message when that fails. */
void make_inputs(const char *normlab, const char *folder);

/* Runs a command of the shell. Ends the process after a message when it fails. */
void shell(const char *command);

#endif
