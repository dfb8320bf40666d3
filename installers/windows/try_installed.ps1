# Tries the EXE on real Windows: silent install, command line, the talk in the window, removal.
# NOT RUN: written without a Windows machine. installers/wine/smoke.py does the same under Wine.
param([Parameter(Mandatory)] [string] $Dist)
$ErrorActionPreference = 'Stop'

function Invoke-Checked([string] $Program, [string[]] $Words, [int] $Wanted = 0) {
    $done = Start-Process -FilePath $Program -ArgumentList $Words -Wait -PassThru -NoNewWindow
    if ($done.ExitCode -ne $Wanted) { throw "$Program $Words: exit code $($done.ExitCode)" }
}

$installer = (Get-ChildItem $Dist -Filter '*-win64.exe')[0].FullName
$place = Join-Path $env:LOCALAPPDATA 'Programs\Kompasskive'
$console = Join-Path $place 'Kompasskive-konsol.exe'
$work = New-Item -ItemType Directory -Force (Join-Path $env:TEMP 'Ærø sager')
$file = Join-Path $work 'Åse Øst.kompas'

Invoke-Checked $installer @('/S')
Invoke-Checked $console @('example', "`"$file`"", '--people', '3')
Invoke-Checked $console @('check', "`"$file`"")
Invoke-Checked $console @('walkthrough', "`"$(Join-Path $work 'Gennemgang')`"")
if (-not (Get-ChildItem $work -Recurse -Filter '*.pdf')) { throw 'no PDF' }

Start-Process $file
$until = (Get-Date).AddSeconds(60)
while (-not (Get-Process Kompasskive -ErrorAction SilentlyContinue |
        Where-Object MainWindowTitle -like '*Åse Øst*')) {
    if ((Get-Date) -gt $until) { throw 'the file was not opened' }
    Start-Sleep -Milliseconds 250
}
Invoke-Checked $installer @('/S') 20
Get-Process Kompasskive | Stop-Process
Invoke-Checked (Join-Path $place 'uninstall.exe') @('/S', "_?=$place")
if (Test-Path $console) { throw 'the program is still there' }
if (-not (Test-Path $file)) { throw 'the file is gone' }
Write-Output 'The installer passed on Windows.'
