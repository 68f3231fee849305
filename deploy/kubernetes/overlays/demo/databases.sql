-- As the local stack has them: each service owns its database
create role ticket login password 'ticket';
create database ticket owner ticket;
create role dispatch login password 'dispatch';
create database dispatch owner dispatch;
create role workorder login password 'workorder';
create database workorder owner workorder;
create role inventory login password 'inventory';
create database inventory owner inventory;
create role billing login password 'billing';
create database billing owner billing;
