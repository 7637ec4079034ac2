// A library that is loaded before all others (LD_PRELOAD) and stands between a program and the file system, for one file and those beside it
// whose names begin with its own. It has nothing to call; what it does is said by variables of the environment:
//
//   FAULTS_FILE=PATH       the file
//   FAULTS=kill:N          the program kills itself (SIGKILL) before its N-th change: a write, a sync, a cut, a name made, changed or taken away
//   FAULTS=tear:N          the same, with half of a write done
//   FAULTS=fail:WHAT:E     every call of a kind fails with the error number E: w writes, cuts and new names, s syncs, r reads; several letters may stand
//   FAULTS_WHILE=PATH      where it is set, calls fail only while a file is at that path
//   FAULTS_TRACE=PATH      every change is written down there, with what the program says on its standard output, in order

#ifndef CZTIC_FAULTS_H
#define CZTIC_FAULTS_H
#endif
