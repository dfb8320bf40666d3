/* Only for the test under Wine, which has no bcryptprimitives.dll. */
#include <windows.h>

typedef BOOLEAN(__stdcall *Random)(void *, ULONG);

__declspec(dllexport) BOOL __stdcall ProcessPrng(void *bytes, SIZE_T count) {
    Random fill = (Random)(void *)GetProcAddress(LoadLibraryA("advapi32.dll"), "SystemFunction036");
    return fill && fill(bytes, (ULONG)count);
}
