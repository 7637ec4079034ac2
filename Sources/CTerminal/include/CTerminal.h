#ifndef CZTIC_CTERMINAL_H
#define CZTIC_CTERMINAL_H

#endif
